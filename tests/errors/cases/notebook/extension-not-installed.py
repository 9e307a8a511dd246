# rule: notebook_extensions.no_such_extension
# source: constructed
# says: %pip install line_profiler
# %% before
import os
# %% fails
%load_ext line_profiler
