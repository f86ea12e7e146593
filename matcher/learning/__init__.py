"""What scikit-learn is used for: it advises and audits, and never decides an order."""

import os

# Without this joblib counts cores when scikit-learn is used, and warns where a system does not say
# how many there are. Everything here runs in one process.
os.environ.setdefault("LOKY_MAX_CPU_COUNT", "1")
