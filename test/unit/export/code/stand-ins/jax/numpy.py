from numpy import array, exp, log, sqrt, tanh, where, zeros  # noqa: F401
