# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: import random
# says: random
# %% before
random = 5
# %% fails
random.randint(1,2)
# %% mended
import random
