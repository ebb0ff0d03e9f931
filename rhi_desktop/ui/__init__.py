"""The windows: talks to workflow, forms, profiles, domain and errors only."""
