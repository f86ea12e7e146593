"""What starts, watches and ends the sittings of a kiosk; it never sees an answer, and no Qt."""
