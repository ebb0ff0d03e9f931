"""What an interviewer can do, one file per verb; no Qt, no SQL, no PDF code."""
