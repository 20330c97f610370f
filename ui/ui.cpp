// Placeholder of the room until its first unit lands.
