"""The window: shows and asks. It talks to the desk alone; never SQL, never PDF."""
