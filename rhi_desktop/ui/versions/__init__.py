"""What is made out of a signed report: versions for other readers, and addenda."""
