"""What somebody probably meant to type in a data file: one slip that explains many problems."""
