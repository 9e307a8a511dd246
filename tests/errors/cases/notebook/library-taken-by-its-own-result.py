# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: plt is a list of 1 item here, not the module matplotlib\.pyplot; it\s+has\s+no\s+\.title
# says: plt = plt\.plot\(history\)\s+overwrote\s+plt
# says: import matplotlib\.pyplot as plt\n\s*plt\.plot\(history\)\n\s*plt\.title
# %% before
import matplotlib.pyplot as plt
history = [0.9, 0.5, 0.3]
# %% fails
plt = plt.plot(history)
plt.title("loss")
# %% mended
import matplotlib.pyplot as plt
plt.plot(history)
plt.title("loss")
