"""What can be said: terms exactly as written, spaces, laws, divergences, matrices, relations, hypotheses."""

from .binders import *  # noqa: F403
from .binding import *  # noqa: F403
from .laws import *  # noqa: F403
from .matrices import *  # noqa: F403
from .node import Name, Node
from .relations import *  # noqa: F403
from .spaces import *  # noqa: F403
from .terms import *  # noqa: F403
