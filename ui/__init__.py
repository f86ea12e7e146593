"""The window: pages, widgets and the controllers between them and the matcher."""
