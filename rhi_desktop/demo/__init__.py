"""The main job walked through the real windows, one child process a sitting, on invented people."""
