"""Tanya: a self-service assistant for Malaysia's social security organisation."""

__version__ = "0.1.0"
