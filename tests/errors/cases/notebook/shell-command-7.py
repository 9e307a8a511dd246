# rule: notebook.shell_command
# source: constructed
# says: %pip install fastai
# says: pip
# %% fails
import os
$ pip install fastai
