"""The windows: pages, widgets, the controllers between them and the matcher, and the kiosk."""
