"""Binding: canonical forms against de Bruijn indices, substitution against evaluation over a small finite model."""

import pickle
from itertools import product

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from proofs.language import (
    R_POSITIVE,
    Binder,
    Coord,
    DensityFamily,
    E,
    Expectation,
    Function,
    Int,
    Lambda,
    Neg,
    Node,
    Normal,
    Number,
    Plus,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    R,
    Range,
    Sum,
    Times,
    Var,
    VectorOf,
    Without,
    alpha_equal,
    canonical,
    depends,
    fresh,
    index,
    integer,
    rename,
    replace,
    substitute,
    symbols,
)

BITS = Range(Number(0), Number(1))
NAMES = tuple(Var(name, BITS) for name in "xyz")
x, y, z = NAMES


def grown(inner):
    pairs = st.tuples(inner, st.sampled_from(NAMES))
    return st.one_of(
        pairs.map(lambda pair: Sum(*pair)),
        pairs.map(lambda pair: Prod(*pair)),
        pairs.map(lambda pair: Sum(pair[0], Var(pair[1].name, Range(Number(0), y)))),
        st.lists(inner, min_size=2, max_size=3).map(lambda args: Plus(tuple(args))),
        st.lists(inner, min_size=2, max_size=2).map(lambda args: Times(tuple(args))),
        inner.map(Neg),
    )


terms = st.recursive(st.sampled_from((*NAMES, Number(2))), grown, max_leaves=8)


def value(t, point):
    """The value over the model in which every variable is 0 or 1; a bound variable hides the outer one."""
    match t:
        case Number(number):
            return int(number)
        case Var():
            return point[t]
        case Plus(args):
            return sum(value(a, point) for a in args)
        case Times((left, right)):
            return value(left, point) * value(right, point)
        case Neg(arg):
            return -value(arg, point)
        case Sum(body, Var(_, Range(_, high)) as v) | Prod(body, Var(_, Range(_, high)) as v):
            parts = [value(body, {**point, v: k}) for k in range(value(high, point) + 1)]
            total = 1
            for part in parts:
                total *= part
            return sum(parts) if isinstance(t, Sum) else total
    raise TypeError(t)


def points():
    return [dict(zip(NAMES, bits, strict=True)) for bits in product((0, 1), repeat=3)]


def de_bruijn(t, scope=()):
    """The reference: a nested tuple with indices in place of bound variables."""
    if isinstance(t, Binder):
        rest = tuple(de_bruijn(f, scope) if isinstance(f, Node) else f for f in t.fields[2:])
        space = de_bruijn(t.var.space, scope)
        return (type(t), space, de_bruijn(t.body, (t.var, *scope)), *rest)
    if t in scope:
        return "bound", scope.index(t)
    if isinstance(t, Var):
        return "free", t
    fields = (
        tuple(de_bruijn(part, scope) for part in f)
        if isinstance(f, tuple)
        else de_bruijn(f, scope)
        if isinstance(f, Node)
        else f
        for f in t.fields
    )
    return type(t), *fields


@seed(21)
@settings(max_examples=400, deadline=None)
@given(terms, terms)
def test_canonical_forms_agree_with_de_bruijn_indices(s, t):
    assert (canonical(s) is canonical(t)) == (de_bruijn(s) == de_bruijn(t))


@seed(22)
@settings(max_examples=300, deadline=None)
@given(terms)
def test_a_canonical_form_is_the_same_term(t):
    form = canonical(t)
    assert de_bruijn(form) == de_bruijn(t)
    assert canonical(form) is form
    assert form.free == t.free


@seed(23)
@settings(max_examples=400, deadline=None)
@given(terms, terms, st.sampled_from(NAMES))
def test_substitution_means_evaluation_at_the_value(t, s, name):
    done = substitute(t, {name: s})
    for point in points():
        inner = value(s, point)
        if inner in (0, 1):
            assert value(done, point) == value(t, {**point, name: inner})


@seed(24)
@settings(max_examples=300, deadline=None)
@given(terms, st.permutations(NAMES))
def test_substitution_is_all_at_once(t, order):
    swap = dict(zip(NAMES, order, strict=True))
    done = substitute(t, swap)
    for point in points():
        assert value(done, point) == value(t, {name: point[to] for name, to in swap.items()})


@seed(25)
@settings(max_examples=300, deadline=None)
@given(terms, terms, st.sampled_from(NAMES))
def test_free_names_after_substitution(t, s, name):
    wanted = (t.free - {name}) | s.free if name in t.free else t.free
    assert substitute(t, {name: s}).free == wanted


@seed(26)
@settings(max_examples=300, deadline=None)
@given(terms, st.sampled_from(NAMES))
def test_dependence_is_what_the_value_shows(t, name):
    """What a term does not depend on never changes its value, at any depth."""
    if not depends(t, name):
        for point in points():
            assert value(t, {**point, name: 0}) == value(t, {**point, name: 1})


@seed(27)
@settings(max_examples=300, deadline=None)
@given(terms, terms, terms)
def test_replacing_equals_by_equals(t, old, new):
    done = replace(t, old, new)
    same = all(value(old, point) == value(new, point) for point in points())
    if same:
        for point in points():
            assert value(done, point) == value(t, point)


@seed(28)
@settings(max_examples=200, deadline=None)
@given(terms)
def test_pickling_gives_the_same_node(t):
    assert pickle.loads(pickle.dumps(t)) is t


# ---------------------------------------------------------------------------------------------------------------------
# capture, shadowing, spaces

a, b, u, v = symbols("a b u v")
p = Normal(Number(0), Number(1), "p")


def test_a_bound_variable_steps_aside():
    done = substitute(Int(a * u, u), {a: u})
    assert done.var is not u
    assert u in done.free
    assert alpha_equal(done, Int(u * v, v))
    assert not alpha_equal(done, Int(u * u, u))


def test_a_shadowed_name_is_left_alone():
    t = u + Int(u * Sum(u, Var("u", BITS)), u)
    done = substitute(t, {u: a})
    assert done is a + t.args[1]


def test_the_law_of_an_expectation_stands_outside_its_scope():
    t = E(u, u, Normal(u, Number(1)))
    assert u in t.free
    assert substitute(t, {u: a}) is E(u, u, Normal(a, Number(1)))


def test_the_range_of_a_variable_stands_outside_its_scope():
    n = integer("n")
    inner = Sum(n, Var("n", Range(Number(1), n)))
    assert n in inner.free
    assert substitute(inner, {n: Number(3)}).var.space is Range(Number(1), Number(3))


def test_spaces_are_substituted_with_their_variables():
    n, j = integer("n"), Var("j", Range(Number(1), integer("n")))
    i = Var("i", Without(j.space, j))
    done = substitute(Sum(i + j, i), {j: Number(2)})
    assert done.var.space is Without(j.space, Number(2))
    assert done.body is done.var + Number(2)
    assert n in done.free


def test_expectations_of_different_variables_are_not_confused():
    mixed, square = E(E(u * v, v, p), u, p), E(E(v * v, v, p), u, p)
    assert not alpha_equal(mixed, square)
    assert alpha_equal(mixed, E(E(v * u, u, p), v, p))
    assert canonical(mixed) is canonical(E(E(a * b, b, p), a, p))


def test_a_label_is_no_part_of_a_law():
    assert alpha_equal(E(u, u, p), E(u, u, Normal(Number(0), Number(1), "q")))
    assert not alpha_equal(E(u, u, p), E(u, u, Normal(Number(0), Number(2), "p")))
    twice = Lambda(2 * v, v)
    assert alpha_equal(Pushforward(twice, p, "P"), Pushforward(twice, p, "Q"))
    assert not alpha_equal(Pushforward(twice, p, "P"), Pushforward(Lambda(3 * v, v), p, "P"))


def test_names_of_different_spaces_are_different():
    positive = Var("u", R_POSITIVE)
    assert positive is not u
    assert not alpha_equal(Int(u, u), Int(positive, positive))
    assert substitute(u + positive, {u: a}) is a + positive


def test_capture_is_avoided_by_name_whatever_the_space():
    positive = Var("u", R_POSITIVE)
    done = substitute(Int(a * u, u), {a: positive})
    assert done.var.name != "u"


def test_several_levels():
    t = Int(Int(a * u * v, u), v)
    done = substitute(t, {a: u + v})
    assert {u, v} <= done.free
    assert alpha_equal(done, Int(Int((u + v) * Var("s") * Var("t"), Var("s")), Var("t")))


def test_functions_are_reduced_when_they_are_put_in():
    f = Function("f")
    assert substitute(f(a) + f(b), {f: Lambda(u**2, u)}) is a**2 + b**2


def test_a_function_that_mentions_the_bound_name_is_not_captured():
    f = Function("f")
    done = substitute(Int(f(u), u), {f: Lambda(v * u, v)})  # u is free in the function
    assert u in done.free
    assert alpha_equal(done, Int(a * u, a))


def test_families_are_reduced_when_they_are_put_in():
    n = integer("n")
    q = DensityFamily("q", Product("Z", Range(Number(1), n)))
    i, mu = index("i", 1, n), symbols("mu")
    law = substitute(ProductLaw(q[i], i), {q: Lambda(Normal(mu, Number(1)), Var("k", Range(Number(1), n)))})
    assert law is ProductLaw(Normal(mu, Number(1)), i)


def test_rename_refuses_a_name_that_is_taken():
    with pytest.raises(ValueError, match="occurs free"):
        rename(Int(a * u, u), a)
    assert rename(Int(a * u, u), v) is Int(a * v, v)


def test_fresh_names():
    assert fresh(u, {"u", "u'"}) is Var("u''", R)


def test_replace_does_not_reach_under_a_binder_of_its_names():
    t = u * Int(u, u) + Sum(u, Var("i", BITS))
    assert replace(t, u, a) is a * Int(u, u) + Sum(a, Var("i", BITS))


def test_replace_avoids_capture():
    done = replace(Int(a + u, u), a, u)
    assert alpha_equal(done, Int(u + v, v))


def test_coordinates_under_their_binder():
    n = integer("n")
    j = Var("j", Range(Number(1), n))
    vector = VectorOf(a * j, j)
    assert substitute(vector, {a: j}).var is not j
    assert isinstance(Coord(vector, Number(1)), Node)


def test_an_expectation_keeps_its_kind():
    assert isinstance(substitute(E(a * u, u, p), {a: b}), Expectation)
