# rule: python_calling.module_called
# source: constructed
# says: glob\.glob\('\*\.py'\)
# says: glob
# %% fails
import glob
glob('*.py')
# %% mended
import glob
glob.glob('*.py')
