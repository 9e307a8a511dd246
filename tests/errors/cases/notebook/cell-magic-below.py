# rule: notebook.cell_magic_below
# source: constructed
# says: %%bash
# says: bash
# %% fails
import os
%%bash
ls -la
echo hi
# %% mended
%%bash
ls -la
echo hi
%%bash
ls -la
echo hi
