from numpy import array, exp, log, sqrt, tanh, zeros  # noqa: F401
