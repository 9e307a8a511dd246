# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: import random
# says: random
# %% fails
import random
random = random.random()
random.randint(1,2)
# %% mended
import random
random = random.random()
import random
