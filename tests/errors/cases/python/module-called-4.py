# rule: python_calling.module_called
# source: constructed
# says: copy\.copy\(\[1\]\)
# says: copy
# %% fails
import copy
copy([1])
# %% mended
import copy
copy.copy([1])
