"""What bringing in a file would do, worked out before anything is written."""
