# notice: one_answer.one_label_for_all_rows
# source: constructed
# says: probs\.argmax\(\)\s+without\s+a\s+dimension\s+is\s+one\s+number,\s+the\s+place\s+of\s+the\s+largest\s+of\s+all\s+6×3\s+values;\s+answer\['class'\]\s+has\s+it\s+in\s+all\s+rows
# says: probs\.argmax\(dim=1\)
# %% before
import pandas as pd
import torch
probs = torch.rand(6, 3).softmax(1)
answer = pd.DataFrame({'id': range(6)})
# %% cell
answer['class'] = probs.argmax().item()
# %% mended
answer['class'] = probs.argmax(dim=1)
