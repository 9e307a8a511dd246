# notice: texts_alone.text_not_asked
# source: constructed
# says: asks\s+only\s+'night'\s+in\s+name
# says: 'owl'\s+in\s+name\s+and\s+'night'\s+in\s+name
# %% before
import torch

names = ["owl-night.png", "bat-night.png"]
# %% cell
found = [name for name in names if "owl" and "night" in name]
# %% mended
found = [name for name in names if "owl" in name and "night" in name]
