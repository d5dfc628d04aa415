"""The live hearing in the window: the room that every screen looks at, and the keys that work everywhere."""
