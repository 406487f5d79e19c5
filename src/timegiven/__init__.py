"""Time Given runs a volunteer programme for a public body, from an idea for a role to the thousandth hour."""
