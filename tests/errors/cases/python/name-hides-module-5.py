# rule: python_attributes.name_hides_module
# source: constructed
# says: glob\('\*'\)
# says: glob
# %% fails
from glob import glob
glob.glob('*')
# %% mended
from glob import glob
glob('*')
