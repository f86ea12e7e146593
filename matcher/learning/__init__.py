"""What scikit-learn is used for: it advises and audits, and never decides an order."""
