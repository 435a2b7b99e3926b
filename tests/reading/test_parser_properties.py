"""What holds for every text: it is read or refused, spans lie in it and nest, and a tree written down is read back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.reading.grammar.parser import join_rows, parse_expression, parse_row
from proofs.reading.syntax import Syntax, Unread

from .trees import latex, statements, trees

PIECES = st.sampled_from(
    r"""x y d 2 12 0.5 \alpha \mathrm{d} \mathbf{x} \hat \text{if} \text{const} KL log ( ) [ ] { } \{ \} | || \| \mid
    \left( \right) \left[ \right] \left| \right| \left. \right. \bigl( \big| \langle \rangle _ ^ _i ^2 _{i=1} ^{n} ' ! + - \pm
    \cdot / * = < \leq \in \to : := , ; . & \\ \quad \, \! \frac \frac{d}{dx} \sqrt \binom \sum \prod \int \iint \lim \max dx
    \partial \log \exp \det \ldots ... \begin{matrix} \end{matrix} \begin{cases} \end{cases} \boxed \underbrace \substack \over
    \choose \overset{!}{=} \stackrel \underset \tag{3} \foo \% $ ² ₁ σ ∑ √ ≤ 𝒩 \bf \cal \operatorname* \mathop \phantom{x} %""".split()  # noqa: SIM905
)
texts = st.one_of(
    st.text(max_size=30),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(PIECES, max_size=14).map(" ".join),
)


def check_spans(node: Syntax, low: int, high: int) -> None:
    start, end = node.span
    assert low <= start <= end <= high, node
    for child in node.children():
        check_spans(child, start, end)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(texts)
def test_any_text_is_read_or_refused(text):
    for parse in (parse_row, parse_expression):
        try:
            tree = parse(text)
        except Unread as refused:
            start, end = refused.span
            assert 0 <= start <= end <= len(text)
            assert refused.reason
        else:
            check_spans(tree, 0, len(text))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(texts, max_size=6))
def test_rows_are_joined_in_order(rows):
    assert [k for group in join_rows(rows) for k in group] == list(range(len(rows)))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(trees)
def test_a_tree_written_down_is_read_back(tree):
    assert parse_expression(latex(tree)) == tree


@settings(max_examples=100, deadline=None, derandomize=True)
@given(statements)
def test_a_statement_written_down_is_read_back(statement):
    assert parse_expression(latex(statement)) == statement
