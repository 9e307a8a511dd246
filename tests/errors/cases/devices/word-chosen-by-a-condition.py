# rule: device_words.unknown_word
# source: constructed
# says: 'GPU:1'|'GPU'
# says: dev = torch\.device\('cuda:1' if torch\.cuda\.is_available\(\) else 'cpu'\)
# %% before
import torch
fast = True
# %% fails
dev = torch.device('GPU:1' if fast else 'cpu')
# %% mended
dev = torch.device('cuda:1' if torch.cuda.is_available() else 'cpu')
