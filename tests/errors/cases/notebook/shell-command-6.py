# rule: notebook.shell_command
# source: constructed
# says: %conda install \-c fastchan fastai
# says: conda
# %% fails
import os
conda install -c fastchan fastai
