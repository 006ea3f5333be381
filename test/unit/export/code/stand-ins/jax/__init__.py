"""As much of JAX as an exported pass uses, for machines without it. Derivatives are complex steps: exact, and without
any rule of differentiation."""

import math

import numpy as np

# Complex numbers are compared by their real parts, then by the others: 0 with this beside it is not above 0.
STEP = -1e-200


class config:
    @staticmethod
    def update(name, value):
        assert (name, value) == ("jax_enable_x64", True)


class nn:
    @staticmethod
    def sigmoid(x):
        return 1 / (1 + np.exp(-x))

    @staticmethod
    def relu(x):
        return np.where(np.real(x) > 0, x, 0)

    @staticmethod
    def elu(x):
        return np.where(np.real(x) > 0, x, np.expm1(x))


class lax:
    @staticmethod
    def erfc(x):
        value = np.vectorize(math.erfc)(np.real(x))
        slope = -2 / np.sqrt(np.pi) * np.exp(-np.real(x) ** 2)
        return value + 1j * slope * np.imag(x) if np.iscomplexobj(x) else value


def along(f, tree):
    """The slope of f along every number of a dict of arrays."""
    slopes = {}
    for name, array in tree.items():
        array = np.asarray(array)
        slopes[name] = np.zeros(array.shape)
        for index in np.ndindex(array.shape):
            moved = array.astype(complex)
            moved[index] += STEP * 1j
            slopes[name][index] = np.imag(f({**tree, name: moved})) / STEP
    return slopes


def value_and_grad(f, argnums, has_aux):
    assert argnums == (0, 1) and has_aux

    def both(first, second, *rest):
        gradients = (
            along(lambda tree: f(tree, second, *rest)[0], first),
            along(lambda tree: f(first, tree, *rest)[0], second),
        )
        return f(first, second, *rest), gradients

    return both


def grad(f):
    return lambda x: np.imag(f(np.asarray(x) + STEP * 1j)) / STEP


def jacobian(f):
    """Row j, column m: the slope of the j-th value along the m-th number."""
    return lambda x: np.stack([np.imag(f(x + STEP * 1j * unit)) / STEP for unit in np.eye(len(x))], axis=1)


def vmap(f, in_axes=0):
    """Row by row of the arguments whose axis is 0; what comes of the rows is stacked."""

    def over_rows(*arguments):
        axes = in_axes if isinstance(in_axes, tuple) else (in_axes,) * len(arguments)
        [count] = {len(x) for x, axis in zip(arguments, axes) if axis == 0}
        row = lambda i: [x if axis is None else x[i] for x, axis in zip(arguments, axes)]
        return stacked([f(*row(i)) for i in range(count)])

    return over_rows


def stacked(trees):
    """Alike trees of arrays as one tree."""
    first = trees[0]
    if isinstance(first, dict):
        return {name: stacked([tree[name] for tree in trees]) for name in first}
    if isinstance(first, tuple):
        return tuple(map(stacked, zip(*trees)))
    return np.array(trees)
