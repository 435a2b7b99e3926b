"""Terms: exactly as written, interned, immutable, and refusing what has lost its meaning."""

import copy
import gc
import operator
import pickle
from collections import deque
from fractions import Fraction

import pytest

from proofs.language import (
    R_POSITIVE,
    Apply,
    Block,
    Elementary,
    Function,
    FunctionFamily,
    Identity,
    Inverse,
    MatMul,
    Matrices,
    Neg,
    Normal,
    Number,
    Plus,
    Power,
    Product,
    Quotient,
    R,
    Range,
    Relation,
    Slot,
    Times,
    Transpose,
    Var,
    Vectors,
    Without,
    exp,
    fold,
    gamma,
    half,
    integer,
    is_scalar,
    log,
    matrix,
    pi,
    polygamma,
    space_of,
    symbols,
    term,
    vector,
    without,
)
from proofs.language import node as node_module

x, y, z = symbols("x y z")


def test_written_is_kept():
    assert (x + y + z).fields == ((x, y, z),)
    assert (x + (y + z)).fields == ((x, Plus((y, z))),)
    assert (x - y).fields == ((x, Neg(y)),)
    assert (x * y * z).fields == ((x, y, z),)
    assert (x / x) is Quotient(x, x)
    assert (x - x) is Plus((x, Neg(x)))
    assert (2 * x) is Times((Number(2), x))
    assert (1 / x) is Quotient(Number(1), x)
    assert -x * y is Neg(x * y)
    assert -x / y is Neg(x / y)
    assert (-x) ** 2 is Power(Neg(x), Number(2))
    assert 2**x is Power(Number(2), x)
    assert abs(x) is Apply(Elementary("abs"), (x,))
    assert +x is x


def test_nodes_are_interned():
    assert x + y is x + y
    assert x + y is not y + x
    assert Var("x") is Var("x", R)
    assert Var("x", R_POSITIVE) is not Var("x")
    assert Number(Fraction(2, 4)) is half
    assert len({x + y, x + y, y + x}) == 2


def test_what_nobody_holds_is_forgotten(monkeypatch):
    monkeypatch.setattr(node_module, "_recent", deque(maxlen=1))
    gc.freeze()  # what is there already stays: to look through it takes seconds
    whole = exp(Var("held by nobody") + 1)
    key = (type(whole), whole.fields)
    part = (type(whole.args[0]), whole.args[0].fields)
    assert {key, part} <= node_module._interned.keys()
    del whole, key
    gc.collect()
    for name in ("new", "newer"):  # each forgets what went before it was made
        assert Var(f"{name} than that") + 17 is Var(f"{name} than that") + 17
    assert part not in node_module._interned  # kept by the whole, which had to go first


def test_equality_is_structural_and_quiet():
    assert x == x
    assert (x == 1) is False
    assert x != Number(1)
    assert (x == "x") is False


@pytest.mark.parametrize("node", [x + y, exp(-(x**2) / 2), Normal(x, half, "p")(y), matrix("A", integer("n")), pi])
def test_copies_and_pickles_are_the_node_itself(node):
    assert pickle.loads(pickle.dumps(node)) is node
    assert copy.copy(node) is node
    assert copy.deepcopy(node) is node


def test_nodes_are_immutable():
    with pytest.raises(AttributeError, match="immutable"):
        x.name = "y"
    with pytest.raises(TypeError, match="takes 2 fields"):
        Quotient(x)


@pytest.mark.parametrize(
    "value, remedy", [(0.5, r"Fraction\(1, 2\)"), (0.1, r"Fraction\(1, 10\)"), (float("nan"), "float nan")]
)
def test_floats_are_refused_with_the_remedy(value, remedy):
    with pytest.raises(TypeError, match=remedy):
        x + value


def test_what_is_no_term_is_refused():
    with pytest.raises(TypeError, match="truth value"):
        term(True)
    with pytest.raises(TypeError, match="found str"):
        x + "y"
    numpy = pytest.importorskip("numpy")
    with pytest.raises(TypeError, match="exact"):
        term(numpy.float64(2))


def test_a_term_is_no_truth_value_no_float_no_sequence():
    with pytest.raises(TypeError, match="truth value"):
        bool(x)
    with pytest.raises(TypeError, match="guaranteed digits"):
        float(x)
    with pytest.raises(TypeError, match="coordinate"):
        list(x)
    with pytest.raises(TypeError, match="truth value"):
        bool(x <= y)


def test_relations():
    assert (x <= 1) is Relation(x, "<=", Number(1))
    assert x.eq(y).flipped() is Relation(y, "=", x)
    assert (x < y).flipped() is Relation(y, ">", x)
    with pytest.raises(ValueError, match="expected one of"):
        Relation(x, "==", y)


HOLDS = {"=": operator.eq, "<=": operator.le, "<": operator.lt, ">=": operator.ge, ">": operator.gt, "!=": operator.ne}


@pytest.mark.parametrize("symbol", HOLDS)
def test_of_two_numbers_a_relation_holds_or_its_contrary(symbol):
    contrary = Relation(x, symbol, y).contrary()
    assert contrary.contrary() is Relation(x, symbol, y)
    for a, b in ((1, 2), (2, 2), (3, 2)):
        assert HOLDS[symbol](a, b) != HOLDS[contrary.symbol](a, b)


def test_elementary_functions_know_their_arity():
    assert gamma(1) is Apply(Elementary("gamma"), (Number(1),))
    with pytest.raises(TypeError, match="polygamma takes 2"):
        polygamma(x)
    with pytest.raises(ValueError, match="found 'sine'"):
        Elementary("sine")


def test_fold():
    assert fold(Plus, [], 0) is Number(0)
    assert fold(Plus, [x], 0) is x
    assert fold(Times, [x, y], 1) is x * y


def test_free_names_and_walk():
    f = Function("f")
    t = f(x) + f(x) * y
    assert t.free == {f, x, y}
    assert list(t.walk()).count(f(x)) == 1
    assert next(iter(t.walk())) is t


n, m = integer("n"), integer("m")
A, B = matrix("A", n), matrix("B", n, m)
v, w = vector("v", n), vector("w", m)
Z = Var("Z", Product("Z", Range(Number(1), n)))


@pytest.mark.parametrize(
    "t, space",
    [
        (x, None),
        (x * v, Vectors(n)),
        (v + v, Vectors(n)),
        (-v / x, Vectors(n)),
        (A @ B, Matrices(n, m)),
        (B @ w, Vectors(n)),
        (Transpose(B), Matrices(m, n)),
        (Inverse(A), Matrices(n, n)),
        (Identity(n), Matrices(n, n)),
        (Block(A, A, A, A), Matrices(Plus((n, n)), Plus((n, n)))),
        (v[1], None),
        (Z[2], Slot("Z", Number(2))),
        (Function("f", R, Vectors(n))(x), Vectors(n)),
        (FunctionFamily("f", Range(Number(1), m), Vectors(n), Vectors(n))[1](v), Vectors(n)),
    ],
)
def test_spaces_read_off_the_writing(t, space):
    assert space_of(t) is space
    assert is_scalar(t) is (space is None)


def test_products_of_matrices_are_flat():
    assert isinstance(A @ A @ B, MatMul)
    assert (A @ A @ B).args == (A, A, B)


def test_without():
    everything = Range(Number(1), n)
    assert without(everything, x) is Without(everything, x)
    assert without(Z.space, x) is Product("Z", Without(everything, x))
    with pytest.raises(TypeError, match="index range"):
        without(R, x)


def test_logarithms_are_not_evaluated():
    assert log(exp(x)) is Apply(Elementary("log"), (Apply(Elementary("exp"), (x,)),))
