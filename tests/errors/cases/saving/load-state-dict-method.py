# rule: saving.not_a_dict
# source: constructed
# says: parentheses
# says: student\.load_state_dict\(teacher\.state_dict\(\)\)
# %% before
import torch
from torch import nn
teacher, student = nn.Linear(2, 2), nn.Linear(2, 2)
# %% fails
student.load_state_dict(teacher.state_dict)
# %% mended
student.load_state_dict(teacher.state_dict())
