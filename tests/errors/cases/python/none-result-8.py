# rule: python_none.none_result
# source: constructed
# says: random\.shuffle\(a\)
# says: and
# %% fails
import random
a = [1,2]
b = random.shuffle(a)
b[0]
