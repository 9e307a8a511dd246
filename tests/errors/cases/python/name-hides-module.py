# rule: python_attributes.name_hides_module
# source: constructed
# says: import random
# says: random
# %% before
random = 5
# %% fails
random.randint(1,2)
# %% mended
import random
