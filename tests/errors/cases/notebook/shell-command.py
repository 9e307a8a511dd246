# rule: notebook.shell_command
# source: constructed
# says: %pip install \-Uqq fastbook
# says: pip
# %% fails
import sys
pip install -Uqq fastbook
import fastbook
