"""The pages by which staff keep the directory true."""
