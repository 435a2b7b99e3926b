"""What can be said: terms exactly as written, spaces, laws, divergences, matrices, relations, hypotheses."""

from .binders import *
from .binding import *
from .laws import *
from .matrices import *
from .node import Name, Node
from .relations import *
from .spaces import *
from .terms import *
