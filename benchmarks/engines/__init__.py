"""The engines, one file each; a peer's file is imported only when that peer is measured."""
