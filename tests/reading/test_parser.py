"""The parser: what each notation is read as, what is refused and why, rows, spans, and hostile input."""

import gc
import time

import pytest

from proofs.reading.grammar.outline import outline
from proofs.reading.grammar.parser import join_rows, parse_expression, parse_row
from proofs.reading.syntax import Big, Differential, Fraction, Multiply, Named, Statement, Symbol, Unread

READ = [
    ("x_{1,2}", "x_{1, 2}"),
    ("{b_0}^{a_0}", "b_0^a_0"),
    (r"\mathrm{KL}[P\,||\,Q]", "(rm:KL {[ P || Q ]})"),
    (r"\left\langle x \right\rangle_{p}", "{< x >}_p"),
    (r"\Pr(X \leq x)", "(rm:Pr {( <X <= x> )})"),
    ("p(X=x)", "(p {( <X = x> )})"),
    (r"\mathcal{N}(x; \mu, \sigma^2)", "(cal:N {( x ; mu, sigma^2 )})"),
    (r"p(x|y;\theta)", "(p {( x | y, theta )})"),
    (r"\sum_{\substack{i=1\\ i \neq j}}^n x_i", "(sum_{<i = 1>, <i != j>}^n x_i)"),
    (r"\int_{\mathbb{R}^d} p(x) dx", "(int_bb:R^d (p {( x )}) , d:x)"),
    (r"\iint f(x,y) dx dy", "(int (int (f {( x, y )}) , d:x) , d:y)"),
    (r"\int p(Z) \prod_{i \neq j} dZ_i", "(int (p {( Z )}) , (prod_<i != j> d:Z_i))"),
    (r"\int dx\, f(x)", "(int (f {( x )}) , d:x)"),
    (r"\int dx\, f(x) + 1", "((int (f {( x )}) , d:x) + 1)"),
    (r"\lim_{n \to \infty} a_n", "(lim_<n to infty> a_n)"),
    (r"\operatorname*{arg\,max}_\theta L(\theta)", "(argmax_theta (L {( theta )}))"),
    (r"\operatorname*{argmin}_x f(x)", "(argmin_x (f {( x )}))"),
    (r"\underset{x}{\arg\max} f(x)", "(argmax_x (f {( x )}))"),
    (r"\underset{x}{\operatorname{argmax}}\; f(x)", "(argmax_x (f {( x )}))"),
    (r"\mathop{\mathbb{E}}_{x \sim p} [f(x)]", "(bb:E_<x ~ p> {[ (f {( x )}) ]})"),
    (r"\mathop{\arg\min}_x f(x)", "(argmin_x (f {( x )}))"),
    (r"\mathop{\rm arg\,max}_x f(x)", "(argmax_x (f {( x )}))"),
    (r"x \overset{(3)}{=} y \stackrel{!}{=} 0", "x =[(3)] y =[!] 0"),
    (r"X \overset{d}{=} Y", "X =[d] Y"),
    (r"x \coloneqq 1 \equiv 2 \propto 3 \ll 4", "x := 1 equiv 2 propto 3 << 4"),
    (r"f: X \to Y", "f : X to Y"),
    (r"\text{const.}", "text:const"),
    ("1{,}000{,}000", "1000000"),
    (r"\int f(x) \mathop{}\!\mathrm{d}x", r"(int (f {( x )}) , d:x)"),
    (r"x = y \tag{3}", "x = y #3"),
    (r"x = y, \qquad (1)", "x = y #1"),
    ("x'' + f''(x)", "(x'' + (f'' {( x )}))"),
    ("σ² ≤ 3·μ₁ − √2 × ∞", r"sigma^2 <= ((3 \cdot mu_1) - ((root 2) \times infty))"),
    ("∑_{i=1}^n x_i²", "(sum_<i = 1>^n x_i^2)"),
    ("∫ p(x) dx", "(int (p {( x )}) , d:x)"),
    (r"\log(2\pi)^{n/2}", "(log {( (2 pi) )}^(n / 2))"),
    (r"\log p(x) \, q(x)", "((log (p {( x )})) q {( x )})"),
    (r"\int_0^1 x \cdot dx", "(int_0^1 x , d:x)"),
    (r"\int (x + y) \,\mathrm{d}x", "(int {( (x + y) )} , d:x)"),
    (r"\int \frac{f(x)\,dx}{g(x)}", "(int (frac (f {( x )}) (g {( x )})) , d:x)"),
    (r"\int f\,d\mu", "(int f , d:mu)"),
    (r"\int f \operatorname{d}\!x", "(int f , d:x)"),
    (r"\int f(x) \text{d}x", "(int (f {( x )}) , d:x)"),
    (r"\int f d^2x", "(int f , d^2:x)"),
    (r"\int f(x) dx_1 \cdots dx_n", "(int (f {( x )}) , d:x_1 ... d:x_n)"),
    (r"\int f(x)\, dF(x)", "(int (f {( x )}) , d:(F {( x )}))"),
    (r"\int g \, d\mu(x)", "(int g , d:(mu {( x )}))"),
    (r"\int_0^1 \left( x dx \right)", "(int_0^1 {( x )} , d:x)"),
    (r"\frac{\partial^2 f}{\partial x \partial y}", "(frac ∂^2:f (∂:x ∂:y))"),
    (r"\frac{\mathrm{d} \ln f(x)}{\mathrm{d}x}", "(frac d:(ln (f {( x )})) d:x)"),
    (r"\frac{d\ell(p)}{dp}", "(frac d:(ell {( p )}) d:p)"),
    (r"\partial_x f", "((frac ∂:_ ∂:x) f)"),
    (r"\partial_1 f", "(∂:__1 f)"),
    (r"\nabla_x f", "(nabla_x f)"),
    ("f^{(n)}(x)", "(f^{( n )} {( x )})"),
    (r"\dot x", "dot(x)"),
    (r"\frac{\partial \ell}{\partial \sigma^2}", "(frac ∂:ell ∂:sigma^2)"),
    (r"\frac{\partial^2 \ell}{\partial \sigma^2}", "(frac ∂^2:ell ∂:sigma^^2)"),
    (r"\frac{\partial^2 \ell}{(\partial \sigma^2)^2}", "(frac ∂^2:ell ∂:sigma^2^^2)"),
    (r"\frac{\partial^2 \ell}{\partial \mu \partial \sigma^2}", "(frac ∂^2:ell (∂:mu ∂:sigma^2))"),
    ("df/dx", "(frac d:f d:x)"),
    ("d/dx f(x)", "((frac d:_ d:x) f {( x )})"),
    (r"\partial f/\partial x = 0", "(frac ∂:f ∂:x) = 0"),
    (r"\frac{d}{d+1}", "(frac d (d + 1))"),
    (r"\frac{d_1}{d_2}", "(frac d_1 d_2)"),
    (r"\frac{d^2}{d x^2} f", "((frac d^2:_ d:x^^2) f)"),
    (r"f(x) = 2x, \quad 0 \leq x \leq 1", "(f {( x )}) = (2 x) ;; 0 <= x <= 1"),
    (r"y_1 = x_1, \; y_2 = x_2", "y_1 = x_1 ;; y_2 = x_2"),
    (r"i = 1, \ldots, n", "i = 1 ;; ... ;; n"),
    (r"x > 0 \text{ for all } i", r'x > 0 ;; "for all" i'),
    (r"\text{if} \; y \in \mathcal{Y}", r'"if" y in cal:Y'),
    (r"y = 1 \text{ where } x > 0", r'y = 1 ;; "where" x > 0'),
    ("= a + b", "= (a + b)"),
    ("a + b +", "(a + b) end:+"),
    ("a =", "a = _ end:="),
    ("+ c", "(+ c) start:+"),
    ("- c = 3", "(- c) = 3 start:-"),
    (r"\cdot c", r"c start:\cdot"),
    ("||x| - |y||", "{| ({| x |} - {| y |}) |}"),
    ("||x||^2", "{|| x ||}^2"),
    ("||x||_2 + ||y||", "({|| x ||}_2 + {|| y ||})"),
    ("|a||b||c|", "({| a |} {| b |} {| c |})"),
    ("a|x|b", "(a {| x |} b)"),
    ("p(|x|)", "(p {( {| x |} )})"),
    ("p(x | |y|)", "(p {( x | {| y |} )})"),
    ("E[|X|^2 | Y]", "(E {[ {| X |}^2 | Y ]})"),
    ("|E[X|Y]|", "{| (E {[ X | Y ]}) |}"),
    (r"|x| \leq |y|", "{| x |} <= {| y |}"),
    (r"D(\|x\| \| \|y\|)", "(D {( {|| x ||} || {|| y ||} )})"),
    (r"\left\|x\right\|_2", "{|| x ||}_2"),
    (r"f(x)\Big|_{x=0}", "(at (f {( x )})_<x = 0>)"),
    (r"x^2\bigr|_{x=1}", "(at x^2_<x = 1>)"),
    (r"\left[ x^2 \right]_0^1", "(at x^2_0^1)"),
    ("[x^2]_{x=1}", "(at x^2_<x = 1>)"),
    (r"\frac{d}{dx} f(x) |_{x=0}", "(at ((frac d:_ d:x) f {( x )})_<x = 0>)"),
    ("y + x^2|_{x=1}", "(y + (at x^2_<x = 1>))"),
    (r"\left.\frac{\partial f}{\partial x}\right|_{x=a} = 0", "(at (frac ∂:f ∂:x)_<x = a>) = 0"),
    (r"X|Y \sim \mathcal{N}(0,1)", "{X | Y} ~ (cal:N {( 0, 1 )})"),
    (r"X_1, \ldots, X_n \sim P", "X_1 ;; ... ;; X_n ~ P"),
    (r"\{x : x > 0\}", "{{ x : <x > 0> }}"),
    (r"\{x | x > 0\}", "{{ x | <x > 0> }}"),
    (r"\{x \in \mathbb{R} \mid x > 0\}", "{{ <x in bb:R> | <x > 0> }}"),
    ("[0,1)", "{[ 0, 1 )}"),
    ("(0, 1]", "{( 0, 1 ]}"),
    (r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}", r'(cases 1 if <x > 0>; 0 if "otherwise")'),
    (
        r"f(x) = \left\{\begin{array}{ll} 1, & \text{if } x > 0, \\ 0, & \text{else.} \end{array}\right.",
        r'(f {( x )}) = (cases 1 if <"if" x > 0>; 0 if "else")',
    ),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}", "(grid( a, b; c, d)^(- 1)"),
    (r"\left|\begin{matrix} a & b \\ c & d \end{matrix}\right|", "(grid| a, b; c, d)"),
    (r"\underbrace{x+y}_{=0} + z", "((underbrace (x + y)_<= 0>) + z)"),
    (r"\underbrace{x}_{\text{text}}", "(underbrace x_text:text)"),
    (r"\cancel{x} + y", "((cancel x) + y)"),
    (r"\color{red}{x} + 1", "(x + 1)"),
    (r"\textcolor{red}{x} + 1", "(x + 1)"),
    (r"\hspace{1cm} x", "x"),
    (r"\phantom{x} y", "y"),
    (r"x \text{ if } x > 0", r'x ;; "if" x > 0'),
    (r"\boxed{x = 3}", "x = 3"),
    (r"x = \boxed{3}", "x = (boxed 3)"),
    (r"\text{Answer: } \boxed{x=3}", r'"Answer" x = 3'),
    ("0.5x", "(0.5 x)"),
    (".5x", "(.5 x)"),
    ("3.", "3"),
    ("x^{-1/2}", "x^(- (1 / 2))"),
    ("x^-", "x^<->"),
    ("x^+", "x^<+>"),
    ("x^*y", "(x^<*> y)"),
    (r"\sigma^{*2}", "sigma^(<*> 2)"),
    ("X_{-i}", "X_(- i)"),
    (r"X_{\setminus i}", r"X_(<\setminus> i)"),
    (r"\mathbb{R}_{>0}", "bb:R_<> 0>"),
    (r"x^{\prime\prime}", "x''"),
    ("x'^2", "x'^2"),
    ("2n!", "(2 n!)"),
    ("n! = 3", "n! = 3"),
    (r"{\bf x} + {\rm KL}(p\|q)", "(bf:x + (rm:KL {( p || q )}))"),
    (r"{\cal N}(0,1)", "(cal:N {( 0, 1 )})"),
    (r"\mathbf{AB}", "(bf:A bf:B)"),
    (r"\mathbf{x^\top y}", "(bf:x^bf:top bf:y)"),
    (r"\hat{\theta}_{\text{ML}}", "hat(theta)_text:ML"),
    (r"\hat{\theta_1}", "hat(theta)_1"),
    (r"\overline{x}", "bar(x)"),
    (r"a \cdot -b", r"(a \cdot (- b))"),
    ("a + -b", "(a + (- b))"),
    (r"\sum_i -x_i", "(sum_i (- x_i))"),
    (r"\sum_i a_i + b_i", "(sum_i... (a_i + b_i))"),
    (r"\sum_i a_i + b", "((sum_i a_i) + b)"),
    (r"\sum_i \sum_j a_{ij} + b_j", "(sum_i (sum_j... (a_(i j) + b_j)))"),
    (r"\sum_{i} x_i + \sum_{i} y_i", "((sum_i x_i) + (sum_i y_i))"),
    (r"\prod_i p(x_i) q(y_i)", "(prod_i (p {( x_i )} q {( y_i )}))"),
    (r"\max\{a, b\}", "(max {{ a, b }})"),
    (r"\max f(x)", "(max (f {( x )}))"),
    (r"\min_{x \in S} f(x) + 1", "((min_<x in S> (f {( x )})) + 1)"),
    (r"\sup_{x} f(x)", "(sup_x (f {( x )}))"),
    (r"e^{-\frac{(x-\mu)^2}{2\sigma^2}}", "e^(- (frac {( (x - mu) )}^2 (2 sigma^2)))"),
    ("x^{y^{z}}", "x^y^z"),
    ("2^{10}", "2^10"),
    ("a_1 2", "(a_1 2)"),
    (r"2 \cdot 3", r"(2 \cdot 3)"),
    ("(2)(3)", "({( 2 )} {( 3 )})"),
    ("10^{-5}", "10^(- 5)"),
    (r"\frac12 3", "((frac 1 2) 3)"),
    (r"\sin\theta\cos\theta", "((sin theta) (cos theta))"),
    (r"\sin x y", "(sin (x y))"),
    (r"\sin^2(x)", "(sin^2 {( x )})"),
    (r"\sin(x)^2", "(sin {( x )})^2"),
    (r"\log\log n", "(log (log n))"),
    (r"\log \det \Sigma", "(log (det Sigma))"),
    (r"\log |\Sigma|", "(log {| Sigma |})"),
    (r"\log|x|^2", "(log {| x |}^2)"),
    (r"\log n!", "(log n!)"),
    (r"\log \frac{a}{b} c", "((log (frac a b)) c)"),
    (r"\log \sum_i x_i", "(log (sum_i x_i))"),
    (r"\arg", "rm:arg"),
    (r"\mathrm{d}F = f \mathrm{d}x", "d:F = (f d:x)"),
    (r"\Phi^{-1}(x)", "(Phi^(- 1) {( x )})"),
    (r"\chi^2_k", "chi_k^2"),
    (r"f \circ g", r"(f \circ g)"),
    (r"A \otimes B", r"(A \otimes B)"),
    (r"A \cup B", r"(A \cup B)"),
    (r"\cup_i A_i", "(bigcup_i A_i)"),
    (r"A^\dagger", r"A^<\dagger>"),
    (r"A^\mathsf{T}", "A^sf:T"),
    (r"\mathbf 1_{x > 0}", "bf:1_<x > 0>"),
    (r"\mathbb{1}[x > 0]", "(bb:1 {[ <x > 0> ]})"),
    (r"\forall x > 0", r'"for all" x > 0'),
    (r"x \pm 1", r"(x \pm 1)"),
    (r"x \mapsto x^2", "x mapsto x^2"),
    (r"\| x \|_2^2", "{|| x ||}_2^2"),
    (r"P(A \cap B | C)", r"(P {( (A \cap B) | C )})"),
    (r"\binom n k", "(choose n k)"),
    (r"\tfrac12", "(frac 1 2)"),
    (r"x \not= y", "x != y"),
    (r"x \not\in S", "x notin S"),
    (r"X \perp Y", "X perp Y"),
    (r"X \perp\!\!\!\perp Y | Z", "X perp {Y | Z}"),
    (r"f(\cdot)", r"(f {( <\cdot> )})"),
    (r"f(\cdot \mid x)", r"(f {( <\cdot> | x )})"),
    (r"\mathcal{L}(\theta; x)", "(cal:L {( theta ; x )})"),
    (r"x_i, i = 1, \dots, n", "x_i ;; i = 1 ;; ... ;; n"),
    ("i = 1,2,3", "i = 1 ;; 2 ;; 3"),
    (r"\{0,1\}", "{{ 0, 1 }}"),
    ("[1,100]", "{[ 1, 100 ]}"),
    (r"\int \int f dy dx", "(int (int f , d:y) , d:x)"),
    (r"\int\int dx dy f(x,y)", "(int (int (f {( x, y )}) , d:x) , d:y)"),
    (r"\int dx \int dy f(x,y)", "(int (int (f {( x, y )}) , d:y) , d:x)"),
    (r"\int f(x) dx \int g(y) dy", "((int (f {( x )}) , d:x) (int (g {( y )}) , d:y))"),
    (r"\int_0^1 f(x) dx g(1)", "((int_0^1 (f {( x )}) , d:x) g {( 1 )})"),
    (r"\int (\int f(x,y) dx) dy", "(int {( (int (f {( x, y )}) , d:x) )} , d:y)"),
    (r"\int_0^\infty x^{d-1} dx", "(int_0^infty x^(d - 1) , d:x)"),
    (r"\Gamma(d/2)", "(Gamma {( (d / 2) )})"),
    ("p(x)^2", "(p {( x )}^2)"),
    ("(a+b)^{-1}c", "({( (a + b) )}^(- 1) c)"),
    ("a/b/c", "(a / b / c)"),
    (r"a \div b", r"(a \div b)"),
    (r"\sqrt[n]{x}", "(root^n x)"),
    (r"\sqrt{x^2+1}", "(root (x^2 + 1))"),
    ("log(x)", "(log {( x )})"),
    ("ln x", "(ln x)"),
    ("exp(-x)", "(exp {( (- x) )})"),
    ("KL(q||p)", "(rm:KL {( q || p )})"),
    ("tr(A)", "(tr {( A )})"),
    ("Var(X)", "(rm:Var {( X )})"),
    (r"x \in [0,1]", "x in {[ 0, 1 ]}"),
    ("x_{max}", "x_rm:max"),
    (r"\lambda_{\max}", "lambda_rm:max"),
    ("x^{new}", "x^rm:new"),
    ("x_{data}", "x_rm:data"),
    (r"2 \frac{n}{k}", "(2 (frac n k))"),
    (r"x \, \text{independent}", r'x ;; "independent"'),
    (r"a \text{ and } b", r'a ;; "and" b'),
    (r"\bigcup_{i=1}^n A_i", "(bigcup_<i = 1>^n A_i)"),
    (r"\ell_1", "ell_1"),
    (r"X \sim \text{Bernoulli}(p)", "X ~ (text:Bernoulli {( p )})"),
    (r"X \sim \text{Normal}", "X ~ text:Normal"),
    (r"\text{Var}(X) = 1", "(text:Var {( X )}) = 1"),
    (r"2\text{Cov}(X,Y)", "(2 text:Cov {( X, Y )})"),
    (r"\mathrm{E}_{X|Y}[X]", "(rm:E_{X | Y} {[ X ]})"),
    (r"\langle f, g \rangle", "{< f, g >}"),
    (r"\left< x \right>", "{< x >}"),
    (r"\Vert x \Vert", "{|| x ||}"),
    (r"x \text{ $y>0$ z}", "(x y) > (0 text:z)"),
    (r"\text{if $x>0$}", r'"if" x > 0'),
    (r"\left( a \right. + \left. b \right)", "{( (a + b) )}"),
    (r"\ldots", "..."),
    (r"x, \ldots", "x ;; ..."),
    (r"\cup_i \, B_i = \Omega", "(bigcup_i B_i) = Omega"),
    (r"P(\neg A)", r"(P {( (<\neg> A) )})"),
    (r"\log \mathrm{p}\left( \left. y \right| p = 0.5 \right)", "(log (rm:p {( y | <p = 0.5> )}))"),
    (
        r"\frac{\partial \mathcal{L}(q_j(Z_j))}{\partial q_j(Z_j)}",
        "(frac ∂:(cal:L {( (q_j {( Z_j )}) )}) ∂:(q_j {( Z_j )}))",
    ),
    (r"\int_{V} \mathrm{d}x_1 \, \ldots \, \mathrm{d}x_k", "(int_V 1 , d:x_1 ... d:x_k)"),
    (r"a \overset{(1)}{-} b", "(a - b)"),
    (r"\text{minimize } f(x)", r'"minimize" (f {( x )})'),
    (r"\text{log } 8 = 3 \text{log } 2", "(log 8) = (3 (log 2))"),
    (r"\text{Var } X = 1", "(text:Var {[ X ]}) = 1"),
    (r"\mathbb{E} X^2 = 1", "(bb:E {[ X^2 ]}) = 1"),
    (r"\mathbb{E} X Y / 2", "(bb:E {[ (X Y / 2) ]})"),
    (r"\mathbb{E} X \, \mathbb{E} Y", "(bb:E {[ X ]} bb:E {[ Y ]})"),
    (r"\mathrm{Var} X / 2", "(rm:Var {[ X ]} / 2)"),
    (r"\mathbb{E}_q \log p", "(bb:E_q {[ (log p) ]})"),
    (r"\mathbb{E}|X|", "(bb:E {[ {| X |} ]})"),
    (r"\mathbb{E}(X - 1)^2", "(bb:E {[ {( (X - 1) )}^2 ]})"),
    (r"\mathbb{E}(X - 1)(Y + 1)", "(bb:E {[ ({( (X - 1) )} {( (Y + 1) )}) ]})"),
    (r"\mathbb{E}(X)^2", "(bb:E {( X )}^2)"),
    (r"\mathbb{E}[X - 1]^2", "(bb:E {[ (X - 1) ]}^2)"),
    (r"\sum_i a_i + \sum_i b_i + c_i", "((sum_i a_i) + (sum_i... (b_i + c_i)))"),
    (r"2 \sum_j a_j - b_j", "(2 (sum_j... (a_j - b_j)))"),
    (r"\sum_i \sum_j a_{ij} + b_j + c_i", "(sum_i... ((sum_j... (a_(i j) + b_j + c_i))))"),
    (r"\lim_{x \to 0} f(x) + g(x)", "(lim_<x to 0>... ((f {( x )}) + (g {( x )})))"),
    (r"\left\{ \begin{bmatrix} a & b \end{bmatrix}, c \right\}", "{{ (grid[ a, b), c }}"),
    (r"\frac{d \int f(x) dx}{d y}", "(frac d:(int (f {( x )}) , d:x) d:y)"),
    (r"\int_0^1 \int_0^x f(x,y) \, dy", "(int_0^1 (int_0^x (f {( x, y )}) , d:y))"),
    (r"x^{\mathrm{new}}", "x^rm:new"),
    (r"\sqrt 2", "(root 2)"),
    (r"\log_b x", "(log_b x)"),
    (r"\log^2 x", "(log^2 x)"),
    (r"\text{E}[X]", "(text:E {[ X ]})"),
    (r"\int f(x) dx_1 dx_2", "(int (f {( x )}) , d:x_1 d:x_2)"),
    (r"\left. x^2 \right|_0^1", "(at x^2_0^1)"),
    (r"\frac{x^2}{2}\Big|_0^1", "(at (frac x^2 2)_0^1)"),
    (r"\hat{y}_{i|t}", "hat(y)_{i | t}"),
    ("p_{X,Y}(x,y)", "(p_{X, Y} {( x, y )})"),
    ("x_{i_1}", "x_i_1"),
    (r"x_{\alpha\beta}", "x_(alpha beta)"),
    (r"X_{(1)} \leq X_{(2)}", "X_{( 1 )} <= X_{( 2 )}"),
    (r"\mathrm{i.i.d.}", "rm:i.i.d."),
    (r"X_i \overset{\mathrm{i.i.d.}}{\sim} \mathcal{N}(0,1)", "X_i ~[i.i.d.] (cal:N {( 0, 1 )})"),
    (r"a \ne b", "a != b"),
    (r"O(n \log n)", "(O {( (n (log n)) )})"),
    (r"n \log n + n", "((n (log n)) + n)"),
    (
        r"y = \beta_0 + \beta_1 x + \varepsilon, \quad \varepsilon \sim \mathcal{N}(0, \sigma^2)",
        "y = (beta_0 + (beta_1 x) + varepsilon) ;; varepsilon ~ (cal:N {( 0, sigma^2 )})",
    ),
    (r"1 + 2 + \cdots + n", "(1 + 2 + ... + n)"),
    (r"x_1 x_2 \cdots x_n", "(x_1 x_2 ... x_n)"),
    (r"\log x (1-x)", "(log (x {( (1 - x) )}))"),
    (r"\log x \, \frac{a}{b}", "((log x) (frac a b))"),
]

REFUSED = [  # the reason, and the part that it is about
    (r"\mathrm{Var} 2 X", "Var before several factors: how many belong to it is not said", r"\mathrm{Var}"),
    (r"\mathbb{E}(X + Y)^2", "whether the power is of E or inside of it is not said", r"\mathbb{E}"),
    (r"\mathrm{Var}(X - Y)^2", "whether the power is of Var or inside of it is not said", r"\mathrm{Var}"),
    ("x & y", "an alignment mark & between two expressions", "&"),
    (r"\log(x-1)^2", "the power may be of log or of its argument", r"\log(x-1)^2"),
    (r"\log p/q", "log a/b may be log of the quotient or a quotient of log a", "/"),
    (r"\log p(x) q(x)", "log before several factors: how many belong to it is not said", "q"),
    (r"\log -x", "log before a sign: how much belongs to it is not said", r"\log"),
    (r"\int x dx \, dx", "two differentials of one variable under an integral", "dx"),
    ("|a| b |c|", "bars that pair in two ways", "|"),
    ("x + x^2|_{x=1}", "how much is evaluated at the limits is not said", "x^2|_{x=1}"),
    ("(x]", "a bracket ( closed by ]", "(x]"),
    ("(x", "an opening bracket without its closing", "("),
    ("x)", "a closing bracket without its opening", ")"),
    (r"\frac{1}{2", "an opening brace without its closing", "{"),
    ("{x", "an opening brace without its closing", "{"),
    ("x_", "a script without what it holds", "_"),
    ("x^", "a script without what it holds", "^"),
    ("x__1", "a script without what it holds", "_"),
    (r"\foo", r"the command \foo is not known", r"\foo"),
    (r"x\%", r"the sign \% in a formula", r"\%"),
    ("x^2'", "two superscripts", "'"),
    ("n!!", "x!! has two meanings", "n!!"),
    (r"\hat{AB}", "a hat over more than a symbol", r"\hat{AB}"),
    ("a - -b", "two signs in a row", "b"),
    ("a -+ b", "two signs in a row", "b"),
    ("x^12", "a script of several signs without braces: only its first, 1, is set small", "12"),
    ("x_12", "a script of several signs without braces: only its first, 1, is set small", "12"),
    ("x2", "x2 may be a product or an index", "x2"),
    (r"12\,3", "two numbers side by side", r"12\,3"),
    ("1e-5", "1e-5 may be a decimal or a product with e", "1e-5"),
    (r"\frac123", "two numbers side by side", r"\frac123"),
    (r"\log 2 (x+1)", "the bracket may belong to log or stand behind it", "("),
    (r"\exp", "exp without its argument", r"\exp"),
    ("0,5", "0,5 may be one number or two", "0,5"),
    ("x = 0,5", "0,5 may be one number or two", "0,5"),
    ("(x, 1,000)", "1,000 may be one number or two", "1,000"),
    (r"\int a d x dx", "two differentials of one variable under an integral", "dx"),
    ("lnx", "lnx may be a word or a product of letters", "lnx"),
    ("argmax", "argmax of nothing", "argmax"),
    ("<x>_p", "a script without its base", "_"),
    (r"\int_{-\infty}^\infty", "an integral of nothing", r"\int_{-\infty}^\infty"),
    (r"\frac{}{2}", "an empty group", "{}"),
    ("f()", "an empty bracket", "()"),
    ("()", "an empty bracket", "()"),
    (
        r"\begin{cases} 1 & x > 0 \text{ and } y > 0 \\ 0 & \text{else} \end{cases}",
        "several conditions on one case",
        r"\text{ and }",
    ),
    (
        r"\begin{matrix} a & b \\ c \end{matrix}",
        "the rows of a matrix differ in length",
        r"\begin{matrix} a & b \\ c \end{matrix}",
    ),
    ("{}_1 F_1(a;b;z)", "an empty group", "{}"),
    ("e^{tr}", "tr may be a word or a product of letters", "tr"),
    (r"\overline{A \cup B}", "a bar over more than a symbol", r"\overline{A \cup B}"),
    (r"\left( x \right]", "a bracket ( closed by ]", r"\left( x \right]"),
    (r"x \frac{df}{dx}\Big|_{x=0}", "how much is evaluated at the limits is not said", r"x \frac{df}{dx}\Big|_{x=0}"),
    (r"\$5", r"the sign \$ in a formula", r"\$"),
    ("x @ y", "the character @ is not mathematics", "@"),
    (r"\log 2 \sqrt{\pi}", "log before several factors: how many belong to it is not said", r"\sqrt"),
]


@pytest.mark.parametrize(("latex", "tree"), READ)
def test_read_as(latex, tree):
    assert outline(parse_row(latex)) == tree


@pytest.mark.parametrize(("latex", "reason", "part"), REFUSED)
def test_refused(latex, reason, part):
    with pytest.raises(Unread) as refused:
        parse_row(latex)
    assert refused.value.reason == reason
    assert latex[slice(*refused.value.span)] == part


SPANS = [  # each node's kind and the text it stands for
    (r"x + \frac{a}{b} y", Fraction, r"\frac{a}{b}"),
    (r"x + \frac{a}{b} y", Multiply, r"\frac{a}{b} y"),
    (r"1 - \int_0^1 f(x) \, dx + 2", Big, r"\int_0^1 f(x) \, dx"),
    (r"1 - \int_0^1 f(x) \, dx + 2", Differential, "dx"),
    (r"2 \log \mathrm{foo}(x)", Named, r"\log \mathrm{foo}(x)"),
    (r"\text{for } t > 0", Statement, r"\text{for } t > 0"),
    (r"a + \hat{\mu}", Symbol, "a"),
    (r"\boxed{\sum_i a_i + b_i}", Big, r"\sum_i a_i + b_i"),
]


@pytest.mark.parametrize(("latex", "kind", "part"), SPANS)
def test_spans(latex, kind, part):
    found = next(node for node in parse_row(latex).walk() if isinstance(node, kind))
    assert latex[slice(*found.span)] == part


def test_the_nodes_of_a_line_come_as_they_are_written():
    row = parse_row(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix} = \begin{cases} e & f > 0 \\ g & h < 0 \end{cases}")
    assert [node.name for node in row.walk() if isinstance(node, Symbol)] == list("abcdefgh")
    assert all(each is again for each, again in zip(row.walk(), row.walk(), strict=True))


def test_an_expression_may_be_a_statement():
    assert isinstance(parse_expression("x = 1"), Statement)
    assert parse_expression("x .") == Symbol("x")
    with pytest.raises(Unread, match="not understood"):
        parse_expression("x, y")


JOINED = [
    (["a = b", "= c"], [(0,), (1,)]),
    (["a = b", "+ c"], [(0, 1)]),
    (["a = b +", "c"], [(0, 1)]),
    (["a =", "b"], [(0, 1)]),
    (["a = b", r"\quad \cdot c"], [(0, 1)]),
    (["a = b", "- c"], [(0, 1)]),  # no relation: it goes on
    (["a = b", "-c = d"], [(0,), (1,)]),
    ([r"a = \left( b \right.", r"\left. + c \right)", "= d"], [(0, 1), (2,)]),
    (["a = (b", "c)"], [(0, 1)]),
    (["a = (b", "= c"], [(0,), (1,)]),  # nobody closes it
    ([r"f = \left\{ \begin{matrix} a \end{matrix} \right.", "g = 1"], [(0,), (1,)]),
    ([r"\foo +", "b"], [(0,), (1,)]),  # what is not understood joins nothing
    ([], []),
]


@pytest.mark.parametrize(("rows", "groups"), JOINED)
def test_rows_that_go_on(rows, groups):
    assert join_rows(rows) == groups


def test_a_bracket_in_two_rows_is_one_bracket():
    rows = [r"x = \left[ a \left( b \right. \right.", r"\left. \left. + c \right) \right]"]
    assert join_rows(rows) == [(0, 1)]
    assert outline(parse_row(" ".join(rows))) == "x = {[ (a {( (b + c) )}) ]}"


HOSTILE = {
    "braces": "{" * 10_000,
    "nested braces": "{" * 9_000 + "x" + "}" * 9_000,
    "nested brackets": "(" * 9_000 + "x" + ")" * 9_000,
    "bars": "|a" * 9_000,
    "bars only": "|" * 19_000,
    "scripts": "x^{" * 5_000 + "x" + "}" * 5_000,
    "functions": r"\log " * 3_000 + "x",
    "operators": r"\sum_i " * 2_500 + "x",
    "sums that go on": r"\sum_i a_i+" * 1_500 + "a_i",
    "roots": r"\sqrt " * 3_000 + "x",
    "summands": "x+" * 9_999,
    "factors": " x" * 9_999,
    "primes": "x" + "'" * 19_000,
    "differentials": r"\int " + "d x " * 4_000,
    "alignment": "&" * 15_000,
    "boxes": r"\boxed{" * 1_500 + "x" + "}" * 1_500,
    "halves": r"\left( a \right. " * 600 + r"\left. b \right)" * 600,
    "braces in text": r"\text{" * 3_000,
    "environments": r"\begin{matrix}" * 1_000,
    "nul": "\0" * 100,
    "long": "x" * 20_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_time(name):
    gc.disable()  # what it takes to go through all that other tests have left is not the parser's time
    try:
        start = time.process_time()
        for parse in (parse_row, parse_expression):
            try:
                parse(HOSTILE[name])
            except Unread as refused:
                assert 0 <= refused.span[0] <= refused.span[1] <= len(HOSTILE[name])
        taken = time.process_time() - start
    finally:
        gc.enable()
    assert taken < 2  # of order 0.05: a second means that the time is no longer linear


@pytest.mark.parametrize("space", [r"\!", r"\negthinspace", r"\!\!"])
def test_a_negative_space_takes_nothing_apart(space):
    for text in (r"\log\Gamma%s\left( x \right)", r"\Gamma%s(x)", r"\log%s\left( x + 1 \right)"):
        assert parse_expression(text % space) == parse_expression(text % "")
