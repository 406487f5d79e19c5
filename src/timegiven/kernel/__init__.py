"""What every chapter stands on: refusals, permission, lifecycle, periods, minutes and pence. Knows no volunteer."""
