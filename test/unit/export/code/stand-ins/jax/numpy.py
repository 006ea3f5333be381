from numpy import array, tanh, zeros  # noqa: F401
