"""Reports that wait for a supervisor: which they are, whether they are genuine, the answer."""
