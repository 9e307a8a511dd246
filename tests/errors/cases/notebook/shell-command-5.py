# rule: notebook.shell_command
# source: constructed
# says: !git clone https://github\.com/fastai/fastbook
# says: git
# %% fails
import os
git clone https://github.com/fastai/fastbook
