"""As much of PyTorch as an exported pass uses, for machines without it: a small reverse mode over NumPy. Like the
original, `autograd.grad` adds to the gradients of tensors that keep theirs."""

import math

import numpy as np

float64 = np.float64


def set_default_dtype(dtype):
    assert dtype is float64


class Tensor:
    def __init__(self, data, parents=(), requires_grad=False):
        self.data = np.asarray(data, dtype=float64)
        # Pairs of a tensor and what takes a gradient of this one to a gradient of that one.
        self.parents = parents
        self.requires_grad = requires_grad or any(parent.requires_grad for parent, _ in parents)
        self.keeps = requires_grad
        self.grad = None

    ndim = property(lambda self: self.data.ndim)
    T = property(lambda self: Tensor(self.data.T, [(self, lambda g: g.T)]))

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return Tensor(self.data[index])

    def item(self):
        return self.data.item()

    def __ge__(self, other):
        return self.data >= tensor_of(other).data

    def __iter__(self):
        return iter([Tensor(part) for part in self.data])

    def retain_grad(self):
        assert self.requires_grad, "can't retain_grad on Tensor that has requires_grad=False"
        self.keeps = True

    def __add__(self, other):
        other = tensor_of(other)
        return Tensor(self.data + other.data, [(self, lambda g: g), (other, lambda g: g)])

    def __neg__(self):
        return Tensor(-self.data, [(self, lambda g: -g)])

    def __sub__(self, other):
        return self + -tensor_of(other)

    def __rsub__(self, other):
        return tensor_of(other) - self

    def __mul__(self, other):
        other = tensor_of(other)
        return Tensor(
            self.data * other.data,
            [(self, lambda g: g * other.data), (other, lambda g: g * self.data)],
        )

    def __truediv__(self, other):
        return self * (1 / other if isinstance(other, (int, float)) else other**-1.0)

    def __rtruediv__(self, other):
        return other * self**-1.0

    __radd__ = __add__
    __rmul__ = __mul__

    def __pow__(self, n):
        return Tensor(self.data**n, [(self, lambda g: g * n * self.data ** (n - 1))])

    def __matmul__(self, other):
        """A matrix times a vector or a matrix."""
        of_matrix = np.outer if other.ndim == 1 else lambda g, right: g @ right.T
        return Tensor(
            self.data @ other.data,
            [(self, lambda g: of_matrix(g, other.data)), (other, lambda g: self.data.T @ g)],
        )

    def sum(self, dim=None):
        assert dim in (None, 1)
        total = self.data.sum(axis=dim)
        spread = lambda g: np.expand_dims(g, 1) if dim == 1 else g
        return Tensor(total, [(self, lambda g: spread(g) * np.ones_like(self.data))])

    def mean(self):
        return self.sum() / self.data.size

    def backward(self):
        gradients(self)


def tensor_of(x):
    return x if isinstance(x, Tensor) else Tensor(x)


def gradients(root):
    """Gradients of root by id; added to what keeps them."""
    order, seen = [], set()

    def visit(node):
        if id(node) in seen or not node.requires_grad:
            return
        seen.add(id(node))
        for parent, _ in node.parents:
            visit(parent)
        order.append(node)

    visit(root)
    found = {id(root): np.ones_like(root.data)}
    for node in reversed(order):
        gradient = found[id(node)]
        if node.keeps:
            node.grad = Tensor(gradient if node.grad is None else node.grad.data + gradient)
        for parent, pull in node.parents:
            found[id(parent)] = found.get(id(parent), 0) + summed_to(parent.data.shape, pull(gradient))
    return found


def summed_to(shape, gradient):
    """A row that was added to each row of a matrix has a gradient from each of them."""
    return gradient.sum(axis=0) if len(shape) == 1 and np.ndim(gradient) == 2 else gradient


def tensor(data, requires_grad=False):
    return Tensor(data, requires_grad=requires_grad)


def sigmoid(x):
    a = 1 / (1 + np.exp(-x.data))
    return Tensor(a, [(x, lambda g: g * a * (1 - a))])


def tanh(x):
    a = np.tanh(x.data)
    return Tensor(a, [(x, lambda g: g * (1 - a**2))])


def sqrt(x):
    return x**0.5


def relu(x):
    return Tensor(np.maximum(x.data, 0), [(x, lambda g: g * (x.data > 0))])


def exp(x):
    y = np.exp(x.data)
    return Tensor(y, [(x, lambda g: g * y)])


def log(x):
    return Tensor(np.log(x.data), [(x, lambda g: g / x.data)])


def where(condition, x, y):
    x, y = tensor_of(x), tensor_of(y)
    return Tensor(
        np.where(condition, x.data, y.data),
        [(x, lambda g: np.where(condition, g, 0)), (y, lambda g: np.where(condition, 0, g))],
    )


class func:
    @staticmethod
    def grad(f):
        def slope(x):
            own = Tensor(x.data, requires_grad=True)
            return Tensor(leaving(f(own), lambda node: True).get(id(own), 0))

        return slope


class special:
    @staticmethod
    def ndtr(x):
        bell = np.exp(-x.data * x.data / 2) / np.sqrt(2 * np.pi)
        return Tensor(np.vectorize(math.erfc)(-x.data / np.sqrt(2)) / 2, [(x, lambda g: g * bell)])


class nn:
    class functional:
        @staticmethod
        def leaky_relu(x):
            return Tensor(
                np.where(x.data > 0, x.data, 0.01 * x.data),
                [(x, lambda g: g * np.where(x.data > 0, 1, 0.01))],
            )

        @staticmethod
        def elu(x):
            return Tensor(
                np.where(x.data > 0, x.data, np.expm1(x.data)),
                [(x, lambda g: g * np.exp(np.minimum(x.data, 0)))],
            )

        @staticmethod
        def gelu(x):
            erf = np.vectorize(math.erf)(x.data / np.sqrt(2))
            slope = (1 + erf) / 2 + x.data * np.exp(-x.data * x.data / 2) / np.sqrt(2 * np.pi)
            return Tensor(x.data * (1 + erf) / 2, [(x, lambda g: g * slope)])


class autograd:
    @staticmethod
    def grad(output, along, retain_graph):
        assert retain_graph
        found = leaving(output, lambda node: not node.parents)
        return [Tensor(found[id(x)]) for x in (along if isinstance(along, tuple) else (along,))]


def leaving(root, is_left):
    """The same, with the gradients that some tensors keep left as they were."""
    kept = []

    def visit(node):
        if is_left(node) and node.keeps:
            kept.append((node, node.grad))
        for parent, _ in node.parents:
            visit(parent)

    visit(root)
    found = gradients(root)
    for node, grad in kept:
        node.grad = grad
    return found


class optim:
    class SGD:
        def __init__(self, parameters, lr):
            self.parameters, self.lr = parameters, lr

        def step(self):
            for parameter in self.parameters:
                parameter.data = parameter.data - self.lr * parameter.grad.data
