# notice: none
# source: constructed
# %% before
import os
import torch
os.mkdir('lessons')
# %% cell
!cd lessons && ls
!cd . 
!cd nowhere 2>/dev/null
